global using Lanes = System.Runtime.Intrinsics.Vector512<double>;

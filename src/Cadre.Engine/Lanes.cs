// Eight futures, one a lane (docs/decisions/0009).
global using Lanes = System.Runtime.Intrinsics.Vector512<double>;

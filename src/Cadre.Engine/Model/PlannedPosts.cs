namespace Cadre.Engine.Model;

/// <summary>Posts that a plan adds to a cohort (docs/method.md section 3.1).</summary>
/// <param name="Cohort">Index of the cohort.</param>
/// <param name="Month">Month at whose start they are there, 1 for the first of the run.</param>
/// <param name="Fte">How many, FTE, over 0; <see cref="Parameter.PostsDelivered"/> says what share of them is funded.</param>
public readonly record struct PlannedPosts(int Cohort, int Month, double Fte);

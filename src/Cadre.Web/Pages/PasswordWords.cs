namespace Cadre.Web.Pages;

/// <summary>What passwords must be, in words.</summary>
internal static class PasswordWords
{
    public const string Rules = "At least 12 characters, six of them different, with a capital letter, a small letter and a digit; without your name. Three words that do not belong together are easy to keep in mind.";
}

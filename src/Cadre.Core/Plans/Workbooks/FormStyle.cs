namespace Cadre.Core.Plans.Workbooks;

/// <summary>What a cell of a form looks like. Those named Input may be typed into; all others are locked.</summary>
internal enum FormStyle
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>The heading of a sheet.</summary>
    Title,

    /// <summary>What a reader should know, in grey.</summary>
    Note,

    /// <summary>Header of a column of text.</summary>
    Header,

    /// <summary>Header of a column of numbers.</summary>
    NumberHeader,

    /// <summary>A name in the first columns.</summary>
    Label,

    /// <summary>Posts that cannot be changed.</summary>
    Posts,

    /// <summary>A sum of posts.</summary>
    Sum,

    /// <summary>A count.</summary>
    Count,

    /// <summary>Posts to type in.</summary>
    PostsInput,

    /// <summary>Text to type in: a month, a choice.</summary>
    TextInput,

    /// <summary>A number to type in.</summary>
    NumberInput,

    /// <summary>A day to type in.</summary>
    DayInput,
}

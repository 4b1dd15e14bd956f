using Yakuba.Search.Associations;

namespace Yakuba.Office.Library.Wording;

/// <summary>What the program knows of words before it has seen a single document: learned from the folder <c>words</c>, where all of it was written for this product.</summary>
public static class ShippedWords
{
    private static readonly Lazy<MeantWords> s_meant = new(() => new MeantWords(Read()));

    /// <summary>Read once, when first asked for.</summary>
    public static MeantWords Meant => s_meant.Value;

    private static WordAssociations Read()
    {
        using var stream = typeof(ShippedWords).Assembly.GetManifestResourceStream("associations")
            ?? throw new InvalidOperationException("The program was built without its word associations.");
        using var reader = new StreamReader(stream);
        return WordAssociations.Read(reader);
    }
}

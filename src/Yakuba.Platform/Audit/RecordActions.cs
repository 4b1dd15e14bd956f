using Yakuba.Ledger;

namespace Yakuba.Platform.Audit;

/// <summary>What keeping the record writes into it.</summary>
public static class RecordActions
{
    /// <summary>The record left as a folder for verifiers.</summary>
    public const string Exported = "record-exported";

    /// <summary>Somebody read the text of a recorded answer, and why.</summary>
    public const string BodyOpened = "record-body-opened";

    /// <summary>Somebody asked that the text of an answer be erased.</summary>
    public const string ErasureAsked = "record-erasure-asked";

    /// <summary>The text of an answer was erased everywhere in the store. Fact <c>entries</c>: the entries whose bodies are gone.</summary>
    public const string Erased = "record-erased";

    /// <summary>Somebody asked that the texts whose time is over be disposed of.</summary>
    public const string DisposalAsked = "record-disposal-asked";

    /// <summary>The texts of all answers up to a day were disposed of. Fact <c>through</c>: the last entry whose body is gone.</summary>
    public const string Disposed = "record-disposed";

    /// <summary>The second person said no.</summary>
    public const string RemovalRefused = "record-removal-refused";

    /// <summary>The signing key was changed. Facts <c>old-key</c> and <c>new-key</c>; the checkpoint that ends with this entry is signed by both.</summary>
    public const string KeyChanged = KeyChain.Action;

    /// <summary>What they are called for people.</summary>
    internal static readonly (string Action, string Words)[] Names =
    [
        (Exported, "記録の書出し"), (BodyOpened, "回答の本文を開いた"), (ErasureAsked, "回答の本文の消去の申出"), (Erased, "回答の本文の消去"),
        (DisposalAsked, "保存期間を過ぎた本文の廃棄の申出"), (Disposed, "保存期間を過ぎた本文の廃棄"), (RemovalRefused, "消去または廃棄の不承認"), (KeyChanged, "署名の鍵の交換"),
    ];
}

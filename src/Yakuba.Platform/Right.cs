namespace Yakuba.Platform;

/// <summary>What a person may do, apart from which documents the person may read. Roles give rights; <see cref="Rights"/> is the one table.</summary>
public enum Right
{
    /// <summary>Keep the own account: password, passkeys, tokens. No token carries it.</summary>
    OwnAccount,

    /// <summary>Ask and search, as staff.</summary>
    Ask,

    /// <summary>Open the library's lists and documents, within what the person may read.</summary>
    ReadLibrary,

    /// <summary>Bring documents of the own sections in, and change drafts.</summary>
    EditLibrary,

    /// <summary>Confirm, publish and retire documents.</summary>
    ConfirmDocuments,

    /// <summary>Keep the library for the whole municipality: other sections' documents, labels, deletion.</summary>
    ManageLibrary,

    /// <summary>Draft and answer residents' inquiries.</summary>
    AnswerInquiries,

    /// <summary>Write drafts for the own sections, and approve those that come by.</summary>
    WriteDrafts,

    /// <summary>Keep people and sections.</summary>
    ManagePeople,

    /// <summary>Change settings; back up.</summary>
    ManageSettings,

    /// <summary>Attach, check and detach the model server.</summary>
    ManageModel,

    /// <summary>Read the record's entries and export them.</summary>
    ReadRecord,

    /// <summary>Open the body of a recorded answer, with a reason that is itself recorded.</summary>
    OpenRecordBody,

    /// <summary>See the state of the machine and its jobs.</summary>
    ReadHealth,
}

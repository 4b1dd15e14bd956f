namespace Yakuba.Office.Library.AddDocuments;

/// <summary>Marks an endpoint that checks its form's token itself: the framework would read the whole upload into memory and temporary files to find it.</summary>
internal sealed class ChecksFormToken;

using Yakuba;
using Yakuba.Documents;
using Yakuba.Platform.Privacy.Logs;

ContentFreeLog.ReportCrashes();
if (DocumentWorker.IsMeant(args))
{
    return DocumentWorker.Run(args);
}

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandTree.RunFromShellAsync(args);

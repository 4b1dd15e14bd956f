using Yakuba;
using Yakuba.Documents;

if (DocumentWorker.IsMeant(args))
{
    return DocumentWorker.Run(args);
}

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandTree.RunFromShellAsync(args);

namespace Yakuba.Office.Ask;

/// <summary>What the attached model did for one answer.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Prompt">Version of the prompt: <c>answer-ja-2</c>.</param>
/// <param name="Failure">Key of why its words were not used: <c>too-slow</c>; empty when they were.</param>
/// <param name="Why">The same in Japanese, without a full stop; empty when its words were used.</param>
/// <param name="Tokens">Tokens that it wrote.</param>
/// <param name="Seconds">Seconds from its first piece to its last.</param>
/// <param name="KeptForm">False when the reply departed from the form asked for, though sentences could be read from it.</param>
public sealed record ModelUse(string Name, string Prompt, string Failure, string Why, long Tokens, double Seconds, bool KeptForm)
{
    /// <summary>True when the answer is quoted because the model failed.</summary>
    public bool Failed => Failure.Length > 0;

    /// <summary>What the asker is told; empty when the model's words were used.</summary>
    public string Remark => Failed ? $"生成AIは使わず、文書の原文を引用しています（{Why}ため）。" : "";
}

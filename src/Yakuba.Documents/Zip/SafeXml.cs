using System.Xml;

namespace Yakuba.Documents;

/// <summary>XML that cannot hurt: no document type, no outside parts, bounded depth, stops when the clock does.</summary>
internal sealed class SafeXml : IDisposable
{
    private readonly ReadSource _source;

    internal SafeXml(Stream stream, ReadSource source, bool forgiving = false)
    {
        _source = source;
        Reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = forgiving ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = !forgiving,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = source.Limits.MaxExpandedBytes,
            MaxCharactersFromEntities = 1_000_000,
        });
    }

    internal XmlReader Reader { get; }

    internal string Name => Reader.LocalName;

    internal bool IsElement => Reader.NodeType == XmlNodeType.Element;

    internal bool IsText => Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    internal string Value => Reader.Value;

    /// <summary>Value of an attribute by local name, whatever its namespace prefix.</summary>
    internal string? this[string name]
    {
        get
        {
            if (Reader.GetAttribute(name) is { } plain)
            {
                return plain;
            }

            for (var i = 0; i < Reader.AttributeCount; i++)
            {
                Reader.MoveToAttribute(i);
                if (Reader.LocalName == name && Reader.Prefix != "xmlns")
                {
                    var value = Reader.Value;
                    Reader.MoveToElement();
                    return value;
                }
            }

            Reader.MoveToElement();
            return null;
        }
    }

    /// <summary>Next node; false at the end.</summary>
    internal bool Next()
    {
        _source.Cancel.ThrowIfCancellationRequested();
        if (!Reader.Read())
        {
            return false;
        }

        return Reader.Depth <= _source.Limits.MaxXmlDepth
            ? true
            : throw new UnreadableException(Refusals.TooDeep(_source.FileName));
    }

    /// <summary>Steps through the nodes inside the current element; ends on its end tag.</summary>
    internal IEnumerable<SafeXml> Inside()
    {
        if (Reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = Reader.Depth;
        while (Next() && Reader.Depth > depth)
        {
            yield return this;
        }
    }

    /// <summary>Steps through the child elements of the current element; what a step does not read is skipped.</summary>
    internal IEnumerable<string> Children()
    {
        if (Reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = Reader.Depth;
        while (Next() && Reader.Depth > depth)
        {
            if (IsElement)
            {
                var here = Reader.Depth;
                yield return Name;
                if (Reader.Depth == here && IsElement)
                {
                    SkipElement();
                }
            }
        }
    }

    /// <summary>Moves to the end of the current element.</summary>
    internal void SkipElement()
    {
        foreach (var _ in Inside())
        {
            // Reading each node keeps the depth and time bounds in force.
        }
    }

    public void Dispose() => Reader.Dispose();
}

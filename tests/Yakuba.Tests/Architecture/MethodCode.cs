using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Yakuba.Tests.Architecture;

/// <summary>Reads compiled method bodies.</summary>
internal static class MethodCode
{
    private static readonly FrozenDictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToFrozenDictionary(o => o.Value);

    /// <summary>Each instruction that names a type, a field or a method, with what it names.</summary>
    /// <param name="il">Bytes of the body.</param>
    internal static IEnumerable<(OpCode Code, EntityHandle Named)> Names(byte[] il)
    {
        for (var i = 0; i < il.Length;)
        {
            short value = il[i++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | il[i++]));
            }

            var code = Codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return (code, (EntityHandle)MetadataTokens.Handle(BitConverter.ToInt32(il, i)));
            }

            i += Width(code.OperandType, il, i);
        }
    }

    /// <summary>Bytes of an operand (ECMA-335, III.1.9).</summary>
    private static int Width(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}

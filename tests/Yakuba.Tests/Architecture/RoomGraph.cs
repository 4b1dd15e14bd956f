using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Yakuba.Tests.Architecture;

/// <summary>Which namespaces of an assembly really use which others, read from compiled code. Blind to inlined constants and <c>nameof</c>, which leave no trace there.</summary>
internal sealed class RoomGraph
{
    private readonly MetadataReader _reader;
    private readonly PEReader _file;
    private readonly HashSet<TypeUse> _uses = [];
    private string _from = "";

    private RoomGraph(PEReader file) => (_file, _reader) = (file, file.GetMetadataReader());

    /// <summary>All uses of types across namespaces.</summary>
    internal static IReadOnlySet<TypeUse> Read(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var graph = new RoomGraph(file);
        foreach (var handle in graph._reader.TypeDefinitions)
        {
            graph.ReadType(handle);
        }

        graph._uses.RemoveWhere(u => u.From == u.To);
        return graph._uses;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        _from = _reader.GetString(Outermost(handle).Namespace);
        Use(type.BaseType);
        UseAttributes(type.GetCustomAttributes());
        UseConstraints(type.GetGenericParameters());
        foreach (var i in type.GetInterfaceImplementations())
        {
            Use(_reader.GetInterfaceImplementation(i).Interface);
        }

        foreach (var f in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            Use(f.DecodeSignature(TypeNames.Decoder, null));
            UseAttributes(f.GetCustomAttributes());
        }

        foreach (var m in type.GetMethods().Select(_reader.GetMethodDefinition))
        {
            ReadMethod(m);
        }
    }

    private void ReadMethod(MethodDefinition method)
    {
        var signature = method.DecodeSignature(TypeNames.Decoder, null);
        Use(signature.ParameterTypes.SelectMany(p => p).Concat(signature.ReturnType));
        UseAttributes(method.GetCustomAttributes());
        UseConstraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        foreach (var (_, named) in MethodCode.Names(body.GetILBytes()!))
        {
            Use(named);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Use(region.CatchType);
        }

        if (!body.LocalSignature.IsNil)
        {
            Use(_reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(TypeNames.Decoder, null).SelectMany(t => t));
        }
    }

    private void UseAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var a in attributes)
        {
            Use(_reader.GetCustomAttribute(a).Constructor);
        }
    }

    private void UseConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => _reader.GetGenericParameter(p).GetConstraints()))
        {
            Use(_reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void Use(EntityHandle named)
    {
        if (!named.IsNil)
        {
            Use(Types(named));
        }
    }

    private void Use(IEnumerable<EntityHandle> types)
    {
        foreach (var type in types)
        {
            _uses.Add(type.Kind == HandleKind.TypeDefinition ? Inside((TypeDefinitionHandle)type) : Outside((TypeReferenceHandle)type));
        }
    }

    private TypeUse Inside(TypeDefinitionHandle handle)
    {
        var type = Outermost(handle);
        return new(_from, _reader.GetString(type.Namespace), _reader.GetString(type.Name), (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);
    }

    private TypeUse Outside(TypeReferenceHandle handle)
    {
        var type = _reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = _reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return new(_from, _reader.GetString(type.Namespace), _reader.GetString(type.Name), true);
    }

    private TypeDefinition Outermost(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = _reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return type;
    }

    private IEnumerable<EntityHandle> Types(EntityHandle named) => named.Kind switch
    {
        HandleKind.TypeDefinition or HandleKind.TypeReference => [named],
        HandleKind.MethodDefinition => [_reader.GetMethodDefinition((MethodDefinitionHandle)named).GetDeclaringType()],
        HandleKind.FieldDefinition => [_reader.GetFieldDefinition((FieldDefinitionHandle)named).GetDeclaringType()],
        HandleKind.TypeSpecification => _reader.GetTypeSpecification((TypeSpecificationHandle)named).DecodeSignature(TypeNames.Decoder, null),
        HandleKind.MemberReference => OfMember(_reader.GetMemberReference((MemberReferenceHandle)named)),
        HandleKind.MethodSpecification => OfGeneric(_reader.GetMethodSpecification((MethodSpecificationHandle)named)),
        _ => [],
    };

    private IEnumerable<EntityHandle> OfMember(MemberReference member) => Types(member.Parent);

    private IEnumerable<EntityHandle> OfGeneric(MethodSpecification method) =>
        method.DecodeSignature(TypeNames.Decoder, null).SelectMany(t => t).Concat(Types(method.Method));
}

namespace Yakuba.Tests.Architecture;

/// <summary>One namespace uses a type of another.</summary>
/// <param name="From">Namespace of the outermost type that uses it.</param>
/// <param name="To">Namespace of the outermost type that is used.</param>
/// <param name="Type">Name of that type.</param>
/// <param name="IsOpen">True when the type is public, or lies in another assembly, where the compiler has checked it.</param>
internal readonly record struct TypeUse(string From, string To, string Type, bool IsOpen);

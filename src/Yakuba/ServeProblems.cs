using Yakuba.Platform;

namespace Yakuba;

/// <summary>What can keep the server from starting.</summary>
internal static class ServeProblems
{
    internal static readonly Problem AddressInUse = new(
        "serve-address-in-use", 409, "指定したアドレスは、別のプログラムが使用しています。--urlsで別の番号（例: http://127.0.0.1:8081）を指定してください。");
}

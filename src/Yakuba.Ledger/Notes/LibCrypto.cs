using System.Runtime.InteropServices;

namespace Yakuba.Ledger;

/// <summary>The few functions of OpenSSL 3 that sign with Ed25519, which .NET 10 lacks.</summary>
internal static unsafe partial class LibCrypto
{
    /// <summary>EVP_PKEY_ED25519 (NID 1087).</summary>
    internal const int Ed25519Key = 1087;

    private const string Library = "libcrypto.so.3";

    [LibraryImport(Library)]
    internal static partial nint EVP_PKEY_new_raw_private_key(int type, nint engine, byte* key, nuint keyLength);

    [LibraryImport(Library)]
    internal static partial int EVP_PKEY_get_raw_public_key(KeyHandle key, byte* publicKey, nuint* length);

    [LibraryImport(Library)]
    internal static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Library)]
    internal static partial nint EVP_MD_CTX_new();

    [LibraryImport(Library)]
    internal static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Library)]
    internal static partial int EVP_DigestSignInit(nint context, nint* keyContext, nint digest, nint engine, KeyHandle key);

    [LibraryImport(Library)]
    internal static partial int EVP_DigestSign(nint context, byte* signature, nuint* signatureLength, byte* message, nuint messageLength);

    /// <summary>An EVP_PKEY that is freed once.</summary>
    internal sealed class KeyHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        internal static KeyHandle Of(nint key)
        {
            var owner = new KeyHandle();
            owner.SetHandle(key);
            return owner;
        }

        protected override bool ReleaseHandle()
        {
            EVP_PKEY_free(handle);
            return true;
        }
    }
}

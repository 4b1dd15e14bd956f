using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Yakuba.Testing;

/// <summary>A self-signed certificate for 127.0.0.1, in files of its own until the process ends.</summary>
public sealed partial class SlapdCertificate
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("yakuba-slapd-");

    private SlapdCertificate(string name)
    {
        CertificatePath = Path.Combine(Folder.FullName, name + ".pem");
        KeyPath = Path.Combine(Folder.FullName, name + ".key");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(7));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>One that this process's LDAP library trusts, once <see cref="Trust"/> has run.</summary>
    public static SlapdCertificate Trusted { get; } = new("trusted");

    /// <summary>One that nobody trusts.</summary>
    public static SlapdCertificate Untrusted { get; } = new("untrusted");

    /// <summary>The certificate, PEM.</summary>
    public string CertificatePath { get; }

    /// <summary>Its key, PEM.</summary>
    public string KeyPath { get; }

    /// <summary>Tells the LDAP library to trust <see cref="Trusted"/>. It reads its environment once, so this comes before its first use in the process.</summary>
    public static void Trust()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
        _ = SetEnvironment("LDAPTLS_CACERT", Trusted.CertificatePath, 1); // the runtime's own copy of the environment is not what the library reads
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}

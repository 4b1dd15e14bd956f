using System.Runtime.Versioning;

namespace Yakuba.Ledger.Tests;

[SupportedOSPlatform("linux")]
public sealed class SigningKeyFileTests
{
    [Fact]
    public void A_new_key_is_readable_by_its_owner_only_and_loads_again()
    {
        using var folder = new TestFolder();
        var path = folder.File("audit.key");
        using var made = SigningKeyFile.Create(path, SampleLog.Origin);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        using var loaded = SigningKeyFile.Load(path, SampleLog.Origin);
        Assert.Equal(made.Verifier.ToString(), loaded.Verifier.ToString());
        Assert.Equal(made.Sign("同じ"u8), loaded.Sign("同じ"u8));
    }

    [Fact]
    public void A_key_is_never_overwritten()
    {
        using var folder = new TestFolder();
        var path = folder.File("audit.key");
        SigningKeyFile.Create(path, SampleLog.Origin).Dispose();
        var before = File.ReadAllText(path);
        Refused(SigningKeyFault.AlreadyThere, () => SigningKeyFile.Create(path, SampleLog.Origin));
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void A_key_of_which_only_half_was_written_when_the_program_died_is_made_anew()
    {
        using var folder = new TestFolder();
        var path = folder.File("audit.key");
        File.WriteAllText(path + ".new", "PRIVATE+KEY+"); // where it is written first; nothing is looked for there
        using var made = SigningKeyFile.Create(path, SampleLog.Origin);
        using var loaded = SigningKeyFile.Load(path, SampleLog.Origin);
        Assert.Equal(made.Verifier.ToString(), loaded.Verifier.ToString());
        Assert.False(File.Exists(path + ".new"));
    }

    [Fact]
    public void A_missing_key_and_a_key_of_another_name_are_named()
    {
        using var folder = new TestFolder();
        var path = folder.File("audit.key");
        Refused(SigningKeyFault.Missing, () => SigningKeyFile.Load(path, SampleLog.Origin));
        SigningKeyFile.Create(path, "other.example/audit").Dispose();
        Refused(SigningKeyFault.OtherName, () => SigningKeyFile.Load(path, SampleLog.Origin));
    }

    [Fact]
    public void A_key_that_others_may_read_is_not_used()
    {
        using var folder = new TestFolder();
        var path = folder.File("audit.key");
        SigningKeyFile.Create(path, SampleLog.Origin).Dispose();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Refused(SigningKeyFault.OpenToOthers, () => SigningKeyFile.Load(path, SampleLog.Origin));
    }

    [Fact]
    public void Every_flipped_bit_of_a_key_file_is_found()
    {
        using var folder = new TestFolder();
        var path = folder.File("audit.key");
        SigningKeyFile.Create(path, SampleLog.Origin).Dispose();
        var bytes = File.ReadAllBytes(path);
        for (var bit = 0; bit < (bytes.Length - 1) * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, bytes);
            Assert.Throws<SigningKeyException>(() => SigningKeyFile.Load(path, SampleLog.Origin));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static void Refused(SigningKeyFault fault, Func<NoteSigner> act) =>
        Assert.Equal(fault, Assert.Throws<SigningKeyException>(act).Fault);
}

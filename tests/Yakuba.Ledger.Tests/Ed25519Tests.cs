using System.Numerics;
using System.Security.Cryptography;

namespace Yakuba.Ledger.Tests;

public sealed class Ed25519Tests
{
    // RFC 8032 section 7.1, tests 1 to 3.
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_vectors_of_RFC_8032_are_signed_and_verified(string seed, string publicKey, string message, string signature)
    {
        using var signer = new NoteSigner("rfc8032", Convert.FromHexString(seed));
        Assert.Equal(publicKey, Convert.ToHexStringLower(signer.Verifier.PublicKey.Span));
        Assert.Equal(signature, Convert.ToHexStringLower(signer.Sign(Convert.FromHexString(message))));
        Assert.True(Ed25519.Verify(Convert.FromHexString(publicKey), Convert.FromHexString(message), Convert.FromHexString(signature)));
    }

    [Fact]
    public void What_libcrypto_signs_verifies_and_one_flipped_bit_anywhere_does_not()
    {
        var random = new Random(20260401);
        for (var round = 0; round < 25; round++)
        {
            var (seed, message) = (new byte[32], new byte[random.Next(1, 200)]);
            random.NextBytes(seed);
            random.NextBytes(message);
            using var signer = new NoteSigner("random", seed);
            var key = signer.Verifier.PublicKey.ToArray();
            var signature = signer.Sign(message);
            Assert.True(Ed25519.Verify(key, message, signature));
            foreach (var part in (byte[][])[key, message, signature])
            {
                var bit = random.Next(part.Length * 8);
                part[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(Ed25519.Verify(key, message, signature));
                part[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void A_second_spelling_of_a_signature_is_refused()
    {
        using var signer = new NoteSigner("malleable", new byte[32]);
        var signature = signer.Sign("記録"u8);
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
        var larger = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;
        larger.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);
        Assert.False(Ed25519.Verify(signer.Verifier.PublicKey.Span, "記録"u8, signature));
    }

    [Fact]
    public void A_key_that_is_no_point_or_not_canonical_is_refused()
    {
        var signature = new byte[64];
        var beyondPrime = Enumerable.Repeat((byte)0xff, 32).ToArray(); // y = 2^255 − 1 is above the prime
        Assert.False(Ed25519.Verify(beyondPrime, [], signature));
        Assert.False(Ed25519.Verify(new byte[31], [], signature));
        Assert.False(Ed25519.Verify(new byte[32], [], new byte[63]));
        Assert.False(Ed25519.Verify([2, .. new byte[31]], [], RandomNumberGenerator.GetBytes(64)));
    }
}

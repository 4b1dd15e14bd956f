using Yakuba.Platform;

namespace Yakuba;

/// <summary>What can keep the server from starting.</summary>
internal static class ServeProblems
{
    internal static readonly Problem TelemetryAddress = new(
        "serve-telemetry-address", 400, "計測値の送り先は、この機械（http://127.0.0.1:4318 など）か、庁内の番地（数字）で、--otlpに指定してください。名前（localhostを除く）や庁外の番地へは送りません。");

    internal static readonly Problem TelemetryOfMany = new(
        "serve-telemetry-of-many", 400, "--otlpは、--installationと一緒には使えません。どちらか一方を指定してください。");

    internal static readonly Problem AddressInUse = new(
        "serve-address-in-use", 409, "指定したアドレスは、別のプログラムが使用しています。--urlsで別の番号（例: http://127.0.0.1:8081）を指定してください。");
}

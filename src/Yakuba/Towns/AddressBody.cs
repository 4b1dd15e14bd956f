using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Yakuba.Towns;

/// <summary>A response body in which each address gets its path; see <see cref="AddressStream"/>.</summary>
internal sealed class AddressBody(IHttpResponseBodyFeature plain, HttpResponse response, string path) : IHttpResponseBodyFeature
{
    private PipeWriter? _writer;

    /// <inheritdoc/>
    public Stream Stream { get; } = new AddressStream(plain.Stream, response, path);

    /// <inheritdoc/>
    public PipeWriter Writer => _writer ??= PipeWriter.Create(Stream, new StreamPipeWriterOptions(leaveOpen: true));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken = default) => plain.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    /// <inheritdoc/>
    public void DisableBuffering() => plain.DisableBuffering();

    /// <inheritdoc/>
    public async Task CompleteAsync()
    {
        if (_writer is not null)
        {
            await _writer.CompleteAsync();
        }

        await plain.CompleteAsync();
    }
}

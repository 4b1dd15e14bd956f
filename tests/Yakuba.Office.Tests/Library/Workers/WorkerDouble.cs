using Yakuba.Documents;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Workers;

/// <summary>A program that says hello as a worker does and then does what a file might make it do, once; every later start of it is the real worker.</summary>
internal sealed class WorkerDouble : IDisposable
{
    private const string Hello = """{"Version":3,"Walls":{"NoNetwork":true,"OneFolder":true,"DiesWithServer":true,"OwnGroup":true}}""";
    private readonly TemporaryFolder _folder = new();

    /// <param name="deed">A shell script, run once the request begins to come. Standard output is the pipe to the server; <c>$DONE</c> is the path of <see cref="Done"/>.</param>
    /// <param name="hello">What it says first.</param>
    internal WorkerDouble(string deed, string hello = Hello)
    {
        var said = $"printf '\\001\\{Convert.ToString(hello.Length, 8)}\\000\\000\\000%s' '{hello}'; head -c 1 > /dev/null; DONE='{Done}'; {deed}";
        var real = Path.Combine(AppContext.BaseDirectory, "yakuba");
        Workers = new DocumentWorkers(new WorkerProgram("/usr/bin/setsid", ["/bin/sh", "-c", $"if mkdir '{_folder["been"]}' 2> /dev/null; then {said}; else exec '{real}' \"$@\"; fi", "worker"]));
    }

    internal DocumentWorkers Workers { get; }

    /// <summary>A file that a deed may make, to say how far it is.</summary>
    internal string Done => _folder["done"];

    public void Dispose()
    {
        Workers.Dispose();
        _folder.Dispose();
    }
}

using Yakuba.Browser.Tests;

// One Chromium and one town for all: pages are looked at, one after the other, as one person at one screen would.
[assembly: AssemblyFixture(typeof(BrowserTown))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

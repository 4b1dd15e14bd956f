// Each test runs two programs at a time itself: the machine is theirs.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

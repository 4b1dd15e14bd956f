namespace Yakuba.Platform.Models.Endpoint;

/// <summary>Carries a failure out of the HTTP stack, through packages that know nothing of it. <see cref="ModelTalk"/> turns it back into a value.</summary>
internal sealed class ModelEndedException(ModelFailure failure) : IOException(failure.ToKey())
{
    internal ModelFailure Failure { get; } = failure;

    /// <summary>The failure inside an exception of the HTTP stack.</summary>
    internal static ModelFailure FailureOf(Exception thrown)
    {
        for (var e = thrown; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case ModelEndedException ended:
                    return ended.Failure;
                case HttpIOException or EndOfStreamException:
                    return ModelFailure.CutOff;
                case HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return ModelFailure.CutOff;
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }:
                    return ModelFailure.Garbage;
                case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError, InnerException: not ModelEndedException }:
                    return ModelFailure.Unreachable;
                case System.ClientModel.ClientResultException { Status: > 0 }:
                    return ModelFailure.Refused;
                case IOException:
                    return ModelFailure.CutOff;
            }
        }

        return ModelFailure.Garbage;
    }
}

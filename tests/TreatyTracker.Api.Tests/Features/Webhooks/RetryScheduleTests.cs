using TreatyTracker.Api.Features.Webhooks;

namespace TreatyTracker.Api.Tests.Features.Webhooks;

[Parallelizable(ParallelScope.All)]
public sealed class RetryScheduleTests
{
    [TestCase(1, 5)]
    [TestCase(2, 10)]
    [TestCase(3, 20)]
    [TestCase(11, 5120)]
    [TestCase(12, 10240)]
    [TestCase(13, 10800)]
    [TestCase(1000, 10800)]
    public void Waits_double_up_to_three_hours_and_are_up_to_half_as_long_at_random(int failures, int seconds)
    {
        Assert.That(RetrySchedule.After(failures, 0).TotalSeconds, Is.EqualTo(seconds));
        Assert.That(RetrySchedule.After(failures, 1).TotalSeconds, Is.EqualTo(seconds / 2.0));
    }

    /// <summary>
    /// The example of the specification (Standard Webhooks 1.0.0, "Signature scheme"): a secret, an id, a time and a body that the
    /// libraries of the specification test with.
    /// </summary>
    [Test]
    public void A_signature_is_that_of_the_specification_s_libraries() =>
        Assert.That(
            WebhookSignature.Of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "{\"test\": 2432232314}"u8.ToArray()
            ),
            Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        );
}

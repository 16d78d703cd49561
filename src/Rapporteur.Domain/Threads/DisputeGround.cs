namespace Rapporteur.Domain;

/// <summary>What sets two accounts against each other: the reason for which they stand side by side.</summary>
public enum DisputeGround
{
    /// <summary>One says that a meeting goes on, the other that it does not.</summary>
    MeetingState,
    /// <summary>A meeting has different firm venues.</summary>
    Venue,
    /// <summary>A place is settled by one account, and open by the other.</summary>
    OpenVenue,
    /// <summary>One deadline has two dates.</summary>
    DueDate,
    /// <summary>A measure is in force by one account and not by the other.</summary>
    MeasureInForce,
    /// <summary>A threat is repeated with less certainty.</summary>
    SoftenedThreat,
    /// <summary>An accusation or reported act is denied.</summary>
    Denial,
    /// <summary>One actor wants or does a thing and refuses it.</summary>
    Reversal,
    /// <summary>Different sides are blamed for the failure of one negotiation.</summary>
    Blame,
    /// <summary>One account lays all the blame on a side, the other only more of it than on another.</summary>
    DegreeOfBlame,
    /// <summary>Parts of one plan are counted differently.</summary>
    PartCount,
    /// <summary>One speaker wants meetings of the same parties in different formats.</summary>
    Format,
    /// <summary>Who raised an idea is told differently.</summary>
    Origin,
    /// <summary>What one party plans is not agreed by the word of another.</summary>
    NoAgreement,
    /// <summary>A party says that it is ready for a meeting, another that it avoids it.</summary>
    Avoidance,
    /// <summary>An offer is taken for a ploy by another party.</summary>
    Ploy,
    /// <summary>A plan that was voiced before is voiced no longer.</summary>
    Retreat,
    /// <summary>One expects what the other doubts.</summary>
    Prospect,
    /// <summary>One event is read as a success and as a failure.</summary>
    Outlook,
    /// <summary>How much a party will bear is told differently.</summary>
    Extent,
    /// <summary>A threat that was not carried out and a measure that was have different targets: no conflict.</summary>
    OtherTarget,
}

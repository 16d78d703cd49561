namespace Rapporteur.Tests;

/// <summary>Files as KTAB takes them, of cases of our own.</summary>
internal static class KtabExamples
{
    /// <summary>A table of four actors and two dimensions, with and without a comma at the end of a row.</summary>
    public const string Table = """
        Ferry,"Fares, and who pays them",4,2,
        Actor,Description,Power,Fare,Fare salience,Subsidy,Subsidy salience,
        Port,The port,50,20,40,80,30,
        Union,"Crews, ashore and aboard",40,70,60,10,40,
        City,,30.5,45,20,55,10
        Isles,,12,90,80,95,20,
        """;

    /// <summary>A scenario of two actors with every parameter.</summary>
    public const string Scenario = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Scenario>
          <name>Two</name><desc>Two of them</desc><prngSeed>12</prngSeed>
          <ModelParameters>
            <VictoryProbModel>Square</VictoryProbModel><PCEModel>MarkovUniform</PCEModel><StateTransitions>Stochastic</StateTransitions>
            <VotingRule>PropCbc</VotingRule><BigRAdjust>No</BigRAdjust><BigRRange>Max</BigRRange>
            <ThirdPartyCommit>NoCommit</ThirdPartyCommit><InterVecBrgn>S2PMax</InterVecBrgn><BargnModel>PWCompInterp</BargnModel>
          </ModelParameters>
          <Dimensions><dName>Price</dName></Dimensions>
          <Actors>
            <Actor><name>Ann</name><description>One</description><capability>10</capability><Position><dCoord>10</dCoord></Position><Salience><dSal>40</dSal></Salience></Actor>
            <Actor><name>Ben</name><description>Other</description><capability>20</capability><Position><dCoord>30</dCoord></Position><Salience><dSal>50</dSal></Salience></Actor>
          </Actors>
          <IdealAdjustment>
            <iaPair><adjustingIdeal>Ann</adjustingIdeal><referencePos>Ann</referencePos><adjust>0.5</adjust></iaPair>
            <iaPair><adjustingIdeal>Ann</adjustingIdeal><referencePos>Ben</referencePos><adjust>0.25</adjust></iaPair>
          </IdealAdjustment>
        </Scenario>
        """;
}

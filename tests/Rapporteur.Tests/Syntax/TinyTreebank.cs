using System.Collections.Immutable;
using Rapporteur.Training;

namespace Rapporteur.Tests;

/// <summary>A handful of sentences written for these tests, enough to train on in a moment.</summary>
internal static class TinyTreebank
{
    public const string Text = """
        # newdoc id = one
        # text = The envoy left Korvia.
        1	The	the	DET	DT	_	2	det	_	_
        2	envoy	envoy	NOUN	NN	_	3	nsubj	_	_
        3	left	leave	VERB	VBD	_	0	root	_	_
        4	Korvia	Korvia	PROPN	NNP	_	3	obj	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	3	punct	_	_

        # text = Talks didn't resume.
        1	Talks	talk	NOUN	NNS	_	4	nsubj	_	_
        2-3	didn't	_	_	_	_	_	_	_	_
        2	did	do	AUX	VBD	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	resume	resume	VERB	VB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_

        # newdoc id = two
        # text = The ministers met the envoy in Vell.
        1	The	the	DET	DT	_	2	det	_	_
        2	ministers	minister	NOUN	NNS	_	3	nsubj	_	_
        3	met	meet	VERB	VBD	_	0	root	_	_
        4	the	the	DET	DT	_	5	det	_	_
        5	envoy	envoy	NOUN	NN	_	3	obj	_	_
        6	in	in	ADP	IN	_	7	case	_	_
        7	Vell	Vell	PROPN	NNP	_	3	obl	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	3	punct	_	_

        # text = A vote is planned on the truce today.
        1	A	a	DET	DT	_	2	det	_	_
        2	vote	vote	NOUN	NN	_	4	nsubj:pass	_	_
        3	is	be	AUX	VBZ	_	4	aux:pass	_	_
        4	planned	plan	VERB	VBN	_	0	root	_	_
        5	on	on	ADP	IN	_	7	case	_	_
        6	the	the	DET	DT	_	7	det	_	_
        7	truce	truce	NOUN	NN	_	2	nmod	_	_
        8	today	today	NOUN	NN	_	4	obl:unmarked	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	4	punct	_	_
        """;

    public static ImmutableArray<TreebankSentence> Sentences => Treebank.Read(Text.Split('\n').Select(line => line.TrimEnd('\r')));
}

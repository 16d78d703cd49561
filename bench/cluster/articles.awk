# Writes COUNT short invented articles as NDJSON, the same ones every time: awk -v count=6000 -f articles.awk
# Every line is made of sentence patterns of our own; a small generator of whole numbers picks the parts, so that no awk's own chance comes in.

function pick(list, n,    parts) {
    state = (state * 69069 + 12345) % 65536 + (state * 7 + 11) % 65521
    state = state % 1048573
    split(list, parts, "|")
    return parts[int(state / 3) % n + 1]
}

BEGIN {
    state = 4711
    parties = "Norway|Sweden|Finland|Denmark|Iceland|Estonia"
    cities = "Oslo|Bergen|Stockholm|Helsinki|Copenhagen|Tallinn"
    goods = "timber|fish|salt|steel|grain|paper"
    things = "the northern harbour|the border crossing|the coastal railway|the fishing grounds|the ferry terminal|the lighthouse road"
    months = "January|February|March|April|May|June"
    for (i = 1; i <= count; i++) {
        a = pick(parties, 6)
        do b = pick(parties, 6); while (b == a)
        do c = pick(parties, 6); while (c == a || c == b)
        thing = pick(things, 6)
        month = int((i - 1) / 28) % 6
        day = (i - 1) % 28 + 1
        split(months, names, "|")
        text = a " demanded on Tuesday that " b " open " thing " by " (day % 27 + 2) " " names[month + 1] ". "
        text = text b " " pick("rejected|accepted|welcomed|refused", 4) " the demand. "
        text = text "The foreign ministers of " a " and " b " met in " pick(cities, 6) " on " day " " names[month + 1] ". "
        text = text "If " b " keeps " thing " closed, " a " will impose sanctions on its " pick(goods, 6) ", the ministry of " a " said in statement number " i ". "
        text = text c " offered to host talks between " a " and " b " in " pick(cities, 6) ". "
        text = text b " accused " a " of " pick("delay|bad faith|breaking the truce|closing the road", 4) "."
        printf "{\"id\":\"article-%05d\",\"source\":\"wire/article-%05d.txt\",\"title\":\"%s and %s over %s\",\"publisher\":\"Example Wire\",\"published\":\"2031-%02d-%02d\",\"marking\":\"TLP:GREEN\",\"text\":\"%s\"}\n", i, i, a, b, thing, month + 1, day, text
    }
}

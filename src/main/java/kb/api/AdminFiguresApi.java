package kb.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kb.activity.ResponseTimes;
import kb.activity.Tallies;
import kb.activity.Tally;
import kb.chat.TurnDeed;
import kb.http.Call;
import kb.http.Response;
import kb.ingest.ReadingDeed;
import kb.usage.Expenses;
import kb.usage.Purpose;

/** A tenant's figures: questions and their answers, and what models cost. */
public final class AdminFiguresApi {
    private static final int LONGEST_TREND = 30;

    private final Tallies tallies;

    public AdminFiguresApi(Tallies tallies) {
        this.tallies = tallies;
    }

    record StageJson(long calls, long tokens, double cost) {}

    static Map<String, StageJson> stages(Tally tally, Purpose purpose) {
        var stages = new TreeMap<String, StageJson>();
        Expenses.of(tally, purpose)
                .forEach((stage, spent) ->
                        stages.put(stage, new StageJson(spent.calls(), spent.tokens(), spent.dollars())));
        return stages;
    }

    record SearchStats(double avgChunksRetrieved, double avgChunksUsed) {}

    record ChatStats(
            long totalSessions,
            long totalMessages,
            long totalTokens,
            double totalCostUsd,
            long avgResponseTimeMs,
            SearchStats searchStats,
            Map<String, StageJson> byStage,
            long p50ResponseTimeMs,
            long p95ResponseTimeMs,
            long p99ResponseTimeMs,
            String period,
            Instant since) {}

    Response chatStats(Call call) {
        var period = Period.parse(call, tallies);
        AdminRead.of(call);
        var tally = period.count(call, tallies);
        var spent = Expenses.sum(tally, Purpose.CHAT);
        return Response.json(
                200,
                new ChatStats(
                        tally.of(TurnDeed.CHATS),
                        tally.of(TurnDeed.MESSAGES),
                        spent.tokens(),
                        spent.dollars(),
                        ResponseTimes.average(tally),
                        new SearchStats(
                                tally.average(TurnDeed.RETRIEVED, TurnDeed.ANSWERS),
                                tally.average(TurnDeed.USED, TurnDeed.ANSWERS)),
                        stages(tally, Purpose.CHAT),
                        ResponseTimes.percentile(tally, 50),
                        ResponseTimes.percentile(tally, 95),
                        ResponseTimes.percentile(tally, 99),
                        period.name(),
                        period.since()));
    }

    record ModelJson(double cost, long tokens) {}

    record DayJson(LocalDate date, double cost) {}

    record Operations(double documentProcessing, double chat, double search) {}

    record Costs(
            String period,
            double totalCostUsd,
            Operations byOperation,
            Map<String, ModelJson> byModel,
            List<DayJson> dailyTrend) {}

    /** The day at hand (UTC) and those before it. */
    Response costs(Call call) {
        var query = call.query();
        var given = query.number("days", 30, 1, 365);
        var days = query.into(() -> given);
        AdminRead.of(call);
        var counted = tallies.days(Asker.tenant(call.caller()), days);
        var whole = counted.stream().map(Tallies.Day::tally).reduce(Tally.NOTHING, Tally::and);
        var models = new TreeMap<String, ModelJson>();
        Expenses.byModel(whole)
                .forEach((model, spent) -> models.put(model, new ModelJson(spent.dollars(), spent.tokens())));
        return Response.json(
                200,
                new Costs(
                        days + "d",
                        Expenses.sum(whole).dollars(),
                        new Operations(
                                Expenses.sum(whole, Purpose.DOCUMENT).dollars(),
                                Expenses.sum(whole, Purpose.CHAT).dollars(),
                                Expenses.sum(whole, Purpose.SEARCH).dollars()),
                        models,
                        trend(counted, Math.min(days, LONGEST_TREND))));
    }

    /** A day on which nothing was counted cost nothing. */
    private List<DayJson> trend(List<Tallies.Day> counted, int days) {
        var costs = new HashMap<LocalDate, Double>();
        for (var day : counted) costs.put(day.date(), Expenses.sum(day.tally()).dollars());
        var trend = new ArrayList<DayJson>();
        for (int before = 0; before < days; before++) {
            var date = tallies.today().minusDays(before);
            trend.add(new DayJson(date, costs.getOrDefault(date, 0.0)));
        }
        return trend;
    }

    record DocumentSums(long processed, long chunksCreated, long tokens, double costUsd) {}

    record ChatSums(long sessions, long messages, long tokens, double costUsd, long avgResponseTimeMs) {}

    record Sums(long tokens, double costUsd) {}

    record Stats(String period, DocumentSums documents, ChatSums chat, Sums search, Sums totals, Instant since) {}

    Response stats(Call call) {
        var period = Period.parse(call, tallies);
        AdminRead.of(call);
        var tally = period.count(call, tallies);
        var documents = Expenses.sum(tally, Purpose.DOCUMENT);
        var chat = Expenses.sum(tally, Purpose.CHAT);
        return Response.json(
                200,
                new Stats(
                        period.name(),
                        new DocumentSums(
                                tally.of(ReadingDeed.READY) + tally.of(ReadingDeed.FAILED),
                                tally.of(ReadingDeed.CHUNKS),
                                documents.tokens(),
                                documents.dollars()),
                        new ChatSums(
                                tally.of(TurnDeed.CHATS),
                                tally.of(TurnDeed.MESSAGES),
                                chat.tokens(),
                                chat.dollars(),
                                ResponseTimes.average(tally)),
                        sums(Expenses.sum(tally, Purpose.SEARCH)),
                        sums(Expenses.sum(tally)),
                        period.since()));
    }

    private static Sums sums(Expenses.Spent spent) {
        return new Sums(spent.tokens(), spent.dollars());
    }
}

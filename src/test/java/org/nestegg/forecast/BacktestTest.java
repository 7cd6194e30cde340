package org.nestegg.forecast;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is promised of forecasts, on 200 households that nothing was tuned on, three days of each, 30 and 60 days ahead. The figures of
 * docs/forecast.md are what this prints.
 */
class BacktestTest {

    private static final Logger LOG = Logger.getLogger(BacktestTest.class);

    @ParameterizedTest(name = "schedules {0}, {1} months")
    @CsvSource({"false, 12", "true, 12", "false, 8", "true, 8", "false, 5", "true, 5"})
    void aForecastIsBetterThanNaiveOnes(boolean known, int months) {
        Backtest backtest = new Backtest(known, months);
        assertAll(backtest.run(LongStream.range(7_000_000, 7_000_040)).stream().flatMap(result -> {
            String figures = backtest + " " + result;
            LOG.info(figures);
            Stream<Executable> ratios = result.ratios().stream().map(ratio -> () -> assertTrue(ratio <= 0.85, figures));
            return Stream.concat(
                    ratios, Stream.of(() -> assertTrue(result.within() >= 0.7 && result.within() <= 0.9, figures)));
        }));
    }
}

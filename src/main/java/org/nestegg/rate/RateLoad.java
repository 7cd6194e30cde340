package org.nestegg.rate;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Loads the rates of a file, on command. */
@Singleton
public class RateLoad {

    private static final Logger LOG = Logger.getLogger(RateLoad.class);

    RateLoad() {}

    /**
     * Loads all rates of a file, or none, and logs how many that was, or why it could not be.
     *
     * @return whether it could be
     */
    public boolean run(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            LOG.infof("Loaded %s", ReferenceRates.load(bytes));
            return true;
        } catch (NoSuchFileException _) {
            LOG.errorf("Could not load %s: there is no such file", file);
        } catch (UnreadableRatesException | IOException e) {
            LOG.errorf("Could not load %s: %s", file, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Could not load %s", file);
        }
        return false;
    }
}

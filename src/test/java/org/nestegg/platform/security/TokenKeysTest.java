package org.nestegg.platform.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeysTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"EC, 256, ES256, SHA256withECDSA", "RSA, 2048, RS256, SHA256withRSA", "RSA, 3072, RS256, SHA256withRSA"
    })
    void aKeyPairIsDerivedFromThePrivateKey(String type, int bits, String algorithm, String signature)
            throws GeneralSecurityException {
        TokenKey key = TokenKey.ofPem(TestKeys.pem(TestKeys.generate(type, bits)));
        assertEquals(algorithm, key.algorithm());
        byte[] message = {1, 2, 3};
        Signature signer = Signature.getInstance(signature);
        signer.initSign(key.privateKey());
        signer.update(message);
        byte[] signed = signer.sign();
        signer.initVerify(key.publicKey());
        signer.update(message);
        assertTrue(signer.verify(signed));
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024", "EC, 384", "Ed25519, 255"})
    void otherKeysAreRefused(String type, int bits) {
        String pem = TestKeys.pem(TestKeys.generate(type, bits));
        assertThrows(GeneralSecurityException.class, () -> TokenKey.ofPem(pem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefused(String pem) {
        assertThrows(GeneralSecurityException.class, () -> TokenKey.ofPem(pem));
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, -1})
    void aNumberThatIsNotOfItsCurveIsRefused(byte all) {
        byte[] der = TestKeys.generate("EC", 256).getEncoded();
        // The number is an octet string (4) of 32 bytes after the version of the key (RFC 5915).
        int number = HexFormat.of().formatHex(der).indexOf("0201010420") / 2 + 5;
        Arrays.fill(der, number, number + 32, all);
        assertThrows(GeneralSecurityException.class, () -> TokenKey.ofPkcs8(der));
    }

    @Test
    void theLastByNameSignsAndAllVerify() {
        TestKeys.write(folder, "2026-01.pem", TestKeys.generate("RSA", 2048));
        TestKeys.write(folder, "2026-02.pem", TestKeys.generate("EC", 256));
        TokenKeys keys = new TokenKeys(TestKeys.config(folder));
        assertEquals("ES256", keys.signing().algorithm());
        assertEquals(2, keys.all().size());
        keys.all().forEach(key -> assertEquals(key, keys.find(key.id()).orElseThrow()));
        assertTrue(keys.find("unknown").isEmpty());
        assertFalse(keys.toJwks().contains("\"d\""), "a private part was published");
    }

    @Test
    void aChangedFolderIsPickedUp() throws IOException {
        TestKeys.write(folder, "1.pem", TestKeys.generate("EC", 256));
        TokenKeys keys = new TokenKeys(TestKeys.config(folder));
        TokenKey first = keys.signing();
        TestKeys.write(folder, "2.pem", TestKeys.generate("EC", 256));
        keys.reload();
        assertFalse(keys.signing().id().equals(first.id()));
        assertTrue(keys.find(first.id()).isPresent());
        Files.delete(folder.resolve("1.pem"));
        keys.reload();
        assertTrue(keys.find(first.id()).isEmpty());
    }

    @Test
    void aKeyThatSomebodyElseAlreadySignsWithIsLookedFor() throws Exception {
        TestKeys.write(folder, "1.pem", TestKeys.generate("EC", 256));
        TokenKeys keys = new TokenKeys(TestKeys.config(folder));
        TestKeys.write(folder, "2.pem", TestKeys.generate("EC", 256));
        String second = new TokenKeys(TestKeys.config(folder)).signing().id();
        Thread.sleep(1100); // the folder is read at most once a second on behalf of unknown ids
        assertTrue(keys.find(second).isPresent());
    }

    @Test
    void aFolderThatBreaksLeavesTheKeysAsTheyWere() throws IOException {
        TestKeys.write(folder, "1.pem", TestKeys.generate("EC", 256));
        TokenKeys keys = new TokenKeys(TestKeys.config(folder));
        Files.writeString(folder.resolve("2.pem"), "half a key");
        keys.reload();
        assertEquals(1, keys.all().size());
        Files.delete(folder.resolve("1.pem"));
        Files.delete(folder.resolve("2.pem"));
        keys.reload();
        assertEquals(1, keys.all().size());
    }

    @Test
    void aFolderWithoutKeysStopsTheStart() throws IOException {
        assertThrows(ConfigurationException.class, () -> new TokenKeys(TestKeys.config(folder)));
        assertThrows(ConfigurationException.class, () -> new TokenKeys(TestKeys.config(folder.resolve("missing"))));
        Files.writeString(folder.resolve("1.pem"), "not a key");
        var refusal = assertThrows(ConfigurationException.class, () -> new TokenKeys(TestKeys.config(folder)));
        assertEquals(1, refusal.getMessage().lines().count());
    }

    @Test
    void secretsFollowTheKeysAndTheirPurpose() {
        TestKeys.write(folder, "1.pem", TestKeys.generate("EC", 256));
        TokenKeys keys = new TokenKeys(TestKeys.config(folder));
        Secrets secrets = new Secrets(keys);
        byte[] before = secrets.newest("a").doFinal(new byte[] {1});
        assertArrayEquals(before, secrets.newest("a").doFinal(new byte[] {1}));
        assertFalse(java.util.Arrays.equals(before, secrets.newest("b").doFinal(new byte[] {1})));
        TestKeys.write(folder, "2.pem", TestKeys.generate("EC", 256));
        keys.reload();
        assertFalse(java.util.Arrays.equals(before, secrets.newest("a").doFinal(new byte[] {1})));
        assertTrue(secrets.all("a").anyMatch(mac -> java.util.Arrays.equals(before, mac.doFinal(new byte[] {1}))));
    }
}

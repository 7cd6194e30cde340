package org.nestegg.platform.security;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * A key pair that signs and verifies access tokens.
 *
 * @param id the {@code kid}: the key's SHA-256 thumbprint (RFC 7638)
 * @param algorithm the one JWS algorithm that the key is good for: RS256 or ES256 (RFC 7518)
 */
public record TokenKey(String id, String algorithm, PrivateKey privateKey, PublicKey publicKey) {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final int MIN_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    /**
     * Reads a private key.
     *
     * @param pem PKCS#8 in PEM (RFC 7468): RSA of 2048 bits or more, or EC P-256
     * @throws GeneralSecurityException if it is anything else
     */
    static TokenKey ofPem(String pem) throws GeneralSecurityException {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            throw new GeneralSecurityException("not a PKCS#8 private key in PEM");
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no Base64 in PEM", e);
        }
        return ofPkcs8(der);
    }

    static TokenKey ofPkcs8(byte[] der) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        try {
            return ofRsa(rsa, rsa.generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (InvalidKeySpecException _) {
            return ofEc(der);
        }
    }

    /** The public half as a JSON Web Key (RFC 7517). */
    PublicJsonWebKey toJwk() {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(publicKey);
            jwk.setKeyId(id);
            jwk.setUse("sig");
            jwk.setAlgorithm(algorithm);
            return jwk;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenKey ofRsa(KeyFactory rsa, PrivateKey parsed) throws GeneralSecurityException {
        if (!(parsed instanceof RSAPrivateCrtKey key)) {
            throw new GeneralSecurityException("neither an RSA nor an EC private key");
        }
        if (key.getModulus().bitLength() < MIN_RSA_BITS) {
            throw new GeneralSecurityException("an RSA key of less than 2048 bits");
        }
        PublicKey publicKey = rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return of(AlgorithmIdentifiers.RSA_USING_SHA256, key, publicKey);
    }

    private static TokenKey ofEc(byte[] der) throws GeneralSecurityException {
        KeyFactory ec = KeyFactory.getInstance("EC");
        ECPrivateKey key;
        try {
            key = (ECPrivateKey) ec.generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException e) {
            throw new GeneralSecurityException("neither an RSA nor an EC private key in PKCS#8", e);
        }
        if (key.getParams().getOrder().bitLength() != P256_BITS
                || !key.getParams().toString().contains("1.2.840.10045.3.1.7")) {
            throw new GeneralSecurityException("an EC key on another curve than P-256");
        }
        if (key.getS().signum() <= 0 || key.getS().compareTo(key.getParams().getOrder()) >= 0) {
            throw new GeneralSecurityException("an EC key that is no number of its curve");
        }
        // The platform cannot derive the public point; PKCS#8 need not contain it.
        ECPoint generator = key.getParams().getGenerator();
        var point = new FixedPointCombMultiplier()
                .multiply(new SecP256R1Curve().createPoint(generator.getAffineX(), generator.getAffineY()), key.getS())
                .normalize();
        var publicPoint = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        PublicKey publicKey = ec.generatePublic(new ECPublicKeySpec(publicPoint, key.getParams()));
        return of(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, key, publicKey);
    }

    private static TokenKey of(String algorithm, PrivateKey privateKey, PublicKey publicKey) {
        try {
            String thumbprint =
                    PublicJsonWebKey.Factory.newPublicJwk(publicKey).calculateBase64urlEncodedThumbprint("SHA-256");
            return new TokenKey(thumbprint, algorithm, privateKey, publicKey);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}

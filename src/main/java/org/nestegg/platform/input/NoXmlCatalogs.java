package org.nestegg.platform.input;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.net.URI;
import javax.xml.catalog.CatalogFeatures;
import javax.xml.catalog.CatalogManager;
import javax.xml.catalog.CatalogResolver;

/**
 * Stands for {@link CatalogManager} in a native executable: whoever reads XML here resolves nothing that is outside of it, so that no
 * catalog is asked. Through it StAX would reach SAX, and SAX all of XML Schema: 2,800 methods.
 */
@TargetClass(CatalogManager.class)
final class NoXmlCatalogs {

    private NoXmlCatalogs() {}

    @Substitute
    public static CatalogResolver catalogResolver(CatalogFeatures features, URI... uris) {
        throw new UnsupportedOperationException("XML catalogs");
    }
}

package org.nestegg.support;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.Script;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Has each path into JSON compiled once. REST Assured makes a Groovy class of a path whenever it is asked for, which took
 * more time than all that the tests are about.
 */
final class CompiledPaths extends DelegatingMetaClass {

    private final Map<String, Class<? extends Script>> scripts = new ConcurrentHashMap<>();

    private CompiledPaths() {
        super(GroovyShell.class);
        initialize();
    }

    static void install() {
        GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, new CompiledPaths());
    }

    @Override
    public Object invokeMethod(Object object, String method, Object[] arguments) {
        if (method.equals("evaluate") && arguments.length == 1) {
            GroovyShell shell = (GroovyShell) object;
            return InvokerHelper.createScript(
                            scripts.computeIfAbsent(
                                    arguments[0].toString(),
                                    path -> shell.parse(path).getClass()),
                            shell.getContext())
                    .run();
        }
        return super.invokeMethod(object, method, arguments);
    }
}

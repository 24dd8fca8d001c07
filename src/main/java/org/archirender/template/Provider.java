package org.archirender.template;

import java.util.List;

/**
 * What a folder's provider.yaml says.
 *
 * @param requires providers that have to be chosen too
 */
record Provider(String name, List<String> requires, List<ProviderFile> files) {
    Provider {
        requires = List.copyOf(requires);
        files = List.copyOf(files);
    }
}

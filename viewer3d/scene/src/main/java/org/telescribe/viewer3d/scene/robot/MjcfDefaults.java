package org.telescribe.viewer3d.scene.robot;

import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/// The classes of an MJCF model: what holds for an attribute that an element does not give itself.
final class MjcfDefaults {
    private static final String MAIN = "main";

    private final Map<String, Level> levels = new HashMap<>();

    /// Attributes of one class by element, such as `geom`, then by name, those of its parents included.
    private static final class Level {
        final Map<String, Map<String, String>> attributes = new HashMap<>();
    }

    MjcfDefaults(MjcfFile model) {
        levels.put(MAIN, new Level());
        for (Element section : model.sections("default")) {
            read(section, MAIN, new Level());
        }
    }

    private void read(Element section, String unnamed, Level parent) {
        String name = section.hasAttribute("class") ? section.getAttribute("class") : unnamed;
        Level level = levels.computeIfAbsent(name, fresh -> new Level());
        parent.attributes.forEach((tag, values) -> values.forEach((attribute, value) ->
                level.attributes.computeIfAbsent(tag, fresh -> new HashMap<>()).putIfAbsent(attribute, value)));
        for (Element child : XmlFile.children(section)) {
            if (!child.getTagName().equals("default")) {
                Map<String, String> values =
                        level.attributes.computeIfAbsent(child.getTagName(), fresh -> new HashMap<>());
                for (int i = 0; i < child.getAttributes().getLength(); i++) {
                    var attribute = child.getAttributes().item(i);
                    values.put(attribute.getNodeName(), attribute.getNodeValue());
                }
            }
        }
        for (Element child : XmlFile.children(section)) {
            if (child.getTagName().equals("default")) {
                read(child, name, level);
            }
        }
    }

    /// {@return an attribute: the element's own, else its class's, else the body's, else the model's; empty
    /// when nobody says}
    ///
    /// @param element geom, joint, mesh and so on
    /// @param attribute the attribute's name
    /// @param childClass class that the body hands down, empty when none
    String value(Element element, String attribute, String childClass) {
        if (element.hasAttribute(attribute)) {
            return element.getAttribute(attribute);
        }
        String name = element.hasAttribute("class") ? element.getAttribute("class") : childClass;
        Level level = levels.getOrDefault(name.isEmpty() ? MAIN : name, new Level());
        return level.attributes.getOrDefault(element.getTagName(), Map.of()).getOrDefault(attribute, "");
    }
}

package amends.app.imports;

import tools.jackson.databind.node.ObjectNode;

/**
 * An item with what its record says beyond it.
 *
 * @param found the record that it stood in
 * @param kept fields that have no place here
 */
record Read(Item item, Found found, ObjectNode kept) {}

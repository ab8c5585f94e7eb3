package amends.app.imports;

import tools.jackson.databind.node.ObjectNode;

/**
 * An item with what its record says beyond it.
 *
 * @param found the record that it stood in
 * @param kept fields that have no place here
 */
record Read(Item item, Found found, ObjectNode kept) {
  /** The whole record, which has no place here. */
  static Read aside(Found found, String what) {
    String own = found.fields().path("id").asString("");
    String key = own.isEmpty() ? found.file().getFileName() + "#" + found.place() : own;
    return new Read(new Item.Aside(what + " " + key), found, new Fields(found.fields()).left());
  }
}

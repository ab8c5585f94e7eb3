package amends.messages.email;

import java.util.Map;
import java.util.Set;

/** The types under which attachments are kept. None of them runs in a browser. */
final class MediaTypes {
  static final String UNKNOWN = "application/octet-stream";

  private static final Set<String> LISTED =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/heic",
          "image/heif",
          "image/avif",
          "image/bmp",
          "image/tiff",
          "application/pdf",
          "application/rtf",
          "application/zip",
          "application/gzip",
          "application/json",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.ms-outlook",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/ms-tnef",
          "application/pkcs7-mime",
          "application/pkcs7-signature",
          "application/pgp-encrypted",
          "application/pgp-signature",
          "application/pgp-keys",
          "audio/mpeg",
          "audio/mp4",
          "audio/ogg",
          "audio/wav",
          "audio/amr",
          "video/mp4",
          "video/mpeg",
          "video/quicktime",
          "video/webm",
          "video/3gpp",
          "message/rfc822",
          "message/delivery-status",
          "message/disposition-notification",
          "message/feedback-report",
          "text/plain",
          "text/csv",
          "text/calendar",
          "text/vcard",
          "text/rfc822-headers");

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("image/jpg", "image/jpeg"),
          Map.entry("image/pjpeg", "image/jpeg"),
          Map.entry("image/x-png", "image/png"),
          Map.entry("application/x-pdf", "application/pdf"),
          Map.entry("application/x-zip-compressed", "application/zip"),
          Map.entry("application/x-gzip", "application/gzip"),
          Map.entry("application/vnd.ms-tnef", "application/ms-tnef"),
          Map.entry("application/x-pkcs7-mime", "application/pkcs7-mime"),
          Map.entry("application/x-pkcs7-signature", "application/pkcs7-signature"),
          Map.entry("application/ics", "text/calendar"),
          Map.entry("text/x-vcard", "text/vcard"),
          Map.entry("text/rtf", "application/rtf"),
          Map.entry("audio/mp3", "audio/mpeg"),
          Map.entry("audio/x-wav", "audio/wav"));

  private MediaTypes() {}

  static String listed(String declared) {
    String type = OTHER_NAMES.getOrDefault(declared, declared);
    return LISTED.contains(type) ? type : UNKNOWN;
  }

  /** What an attachment without a name is called. */
  static String ending(String type) {
    return switch (type) {
      case "message/rfc822" -> ".eml";
      case "text/calendar" -> ".ics";
      case "text/plain" -> ".txt";
      case "image/jpeg" -> ".jpg";
      case "image/png" -> ".png";
      case "image/gif" -> ".gif";
      case "application/pdf" -> ".pdf";
      default -> "";
    };
  }
}

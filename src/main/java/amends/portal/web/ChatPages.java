package amends.portal.web;

import amends.messages.Chats;
import amends.portal.Acting;
import amends.portal.CustomerActs;
import amends.portal.Link;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.api.RateLimits;
import amends.shared.page.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The chat on a customer's own page; a plain form, which a program in the page makes live. */
@Controller
final class ChatPages {
  private static final int A_MINUTE = 20;
  private static final Set<String> FIELDS = Set.of("words");

  private final LinkDoor door;
  private final CustomerActs acts;
  private final Chatting chatting;
  private final ChatStreams streams;
  private final RateLimits limits;

  ChatPages(
      LinkDoor door, CustomerActs acts, Chatting chatting, ChatStreams streams, RateLimits limits) {
    this.door = door;
    this.acts = acts;
    this.chatting = chatting;
    this.streams = streams;
    this.limits = limits;
  }

  @GetMapping("/c/{token}/chat")
  Object show(LinkDoor.Visit visit) {
    return door.enter(visit, by -> shown("portal/chat", visit, by, Form.blank()));
  }

  @GetMapping("/c/{token}/chat/words")
  Object words(LinkDoor.Visit visit) {
    return door.enter(visit, by -> shown("portal/chatwords", visit, by, Form.blank()));
  }

  private ModelAndView shown(String template, LinkDoor.Visit visit, Acting by, Form form) {
    return new ModelAndView(template, "v", chatting.view(visit, by, door.voice(by), form));
  }

  @PostMapping("/c/{token}/chat")
  Object say(LinkDoor.Visit visit) {
    return door.enter(visit, by -> said(visit, by));
  }

  private Object said(LinkDoor.Visit visit, Acting by) {
    Voice t = door.voice(by);
    Link link = Objects.requireNonNull(by.link());
    try {
      if (limits.count("chat " + link.id(), A_MINUTE).isOver()) {
        visit.response().setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        throw new Refusal("words", "portal.chat.slow");
      }
      door.once(visit, by, "chat", () -> acts.say(by, visit.field("words")));
      here(visit, by, Chats.PLAIN.compareTo(Chats.LIVE) > 0 && !visit.field("live").equals("yes"));
      return "redirect:" + visit.at() + "/chat#say";
    } catch (Refusal refusal) {
      if (visit.response().getStatus() == HttpStatus.OK.value()) {
        visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      }
      return shown("portal/chat", visit, by, Typed.refused(visit.typed(), t, refusal, FIELDS));
    }
  }

  private void here(LinkDoor.Visit visit, Acting by, boolean plain) {
    String seen = visit.field("seen");
    chatting
        .chats()
        .here(
            by.matter().asSubject(),
            seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0,
            plain ? Chats.PLAIN : Chats.LIVE);
  }

  /** The page says that it is there and what it shows, again and again, or that it is left. */
  @PostMapping("/c/{token}/chat/here")
  Object here(LinkDoor.Visit visit) {
    return door.enter(
        visit,
        by -> {
          if (visit.field("gone").equals("yes")) {
            chatting.chats().gone(by.matter().asSubject());
          } else {
            here(visit, by, false);
          }
          return ResponseEntity.noContent().build();
        });
  }

  /** The response stands here so that no page is looked for once the stream has begun. */
  @GetMapping("/c/{token}/chat/events")
  Object events(LinkDoor.Visit visit, HttpServletRequest request, HttpServletResponse response) {
    return door.enter(visit, by -> streams.open(by, request, response));
  }
}

package amends.app.demo;

/** A customer of Fernhill, as the stories name them. */
enum Neighbour {
  RUTH("Ruth Adeyemi", "ruth.adeyemi@post.example", "+44 1632 960147"),
  OSKAR("Oskar Nyström", "oskar@nystrom.example", "+44 1632 960118"),
  THANDI("Thandi Mokoena", "thandi.mokoena@post.example", "+44 1632 960202"),
  LEILA("Leila Haddad", "leila.haddad@post.example", "+44 1632 960133"),
  DANIEL("Daniel Brandt", "daniel@brandt.example", "+44 1632 960164"),
  BRAM("Bram de Wit", "bram@dewit.example", "+44 1632 960171"),
  MEI_LING("Mei-Ling Chou", "meiling.chou@post.example", "+44 1632 960189"),
  KARIN("Karin Vogel", "karin.vogel@post.example", "+44 1632 960195"),
  INES("Inês Castelo", "ines@castelo.example", "+44 1632 960120"),
  GIULIA("Giulia Ferrante", "giulia.ferrante@post.example", "+44 1632 960176"),
  PAULINE("Pauline Mercier", "pauline.mercier@post.example", "+44 1632 960158"),
  AOIFE("Aoife Brennan", "aoife@brennan.example", "+44 1632 960141"),
  YUSUF("Yusuf Demir", "yusuf.demir@post.example", "+44 1632 960109"),
  GRAHAM("Graham Pike", "graham.pike@post.example", "+44 1632 960115"),
  NELL("Nell Garside", "nell@garside.example", "+44 1632 960183"),
  JOAN("Joan Whitcombe", "joan.whitcombe@post.example", "+44 1632 960126"),
  IMOGEN("Imogen Vale", "imogen@larchandvale.example", "+44 1632 960160"),
  HOLLY("Holly Marsden", "holly.marsden@post.example", "+44 1632 960137"),
  ANTON("Anton Weber", "anton@weber.example", "+44 1632 960199");

  private final String called;
  private final String email;
  private final String phone;

  Neighbour(String called, String email, String phone) {
    this.called = called;
    this.email = email;
    this.phone = phone;
  }

  String called() {
    return called;
  }

  String email() {
    return email;
  }

  String phone() {
    return phone;
  }

  /** As it stands in a From header: names beyond ASCII are written encoded, as programs do. */
  String from() {
    boolean plain = called.chars().allMatch(c -> c < 128);
    String name =
        plain
            ? called
            : "=?utf-8?B?"
                + java.util.Base64.getEncoder()
                    .encodeToString(called.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "?=";
    return name + " <" + email + ">";
  }
}

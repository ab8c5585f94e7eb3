package amends.app.demo;

/** All that the stories are played with. */
record Stage(Play play, Cast cast, Village village, Post post, Desk desk) {
  Matter of(Neighbour who) {
    return new Matter(this, who);
  }
}

/** The whole story in a real browser, against the real program in a process of its own. */
package amends.story;

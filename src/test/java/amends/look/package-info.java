/**
 * The pages as pictures: rendered with a made-up company, checked for words and for nothing left
 * out.
 */
package amends.look;

/** A package with nothing in it but this sentence. */
package broken.app.empty;

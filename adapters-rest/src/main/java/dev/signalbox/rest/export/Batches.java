package dev.signalbox.rest.export;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A long list that is read batch by batch, each after the last item of the one before, so that no more than one batch
 * is ever held. The first is read at once: what is refused is refused before an answer has begun.
 */
public final class Batches<T> implements Iterator<T> {

    private final Function<Optional<T>, List<T>> read;
    private Iterator<T> batch;
    private Optional<T> last = Optional.empty();

    /**
     * Reads the first batch.
     *
     * @param read the batch after an item, the first after none; empty at the end
     */
    public Batches(Function<Optional<T>, List<T>> read) {
        this.read = read;
        this.batch = read.apply(last).iterator();
    }

    /** The same list, read as this one is, with each item in another form. */
    public <R> Iterator<R> as(Function<? super T, ? extends R> form) {
        Iterator<T> items = this;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public R next() {
                return form.apply(items.next());
            }
        };
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && last.isPresent()) {
            batch = read.apply(last).iterator();
            last = Optional.empty();
        }
        return batch.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T item = batch.next();
        last = Optional.of(item);
        return item;
    }
}

package broken.domain.run;

final class Counts {

    private int count;

    int next() {
        count++;
        return count;
    }
}

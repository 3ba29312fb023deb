package broken.persistence.run;

public class IsOfNoPort {}

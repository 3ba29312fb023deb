package broken.persistence.run;

class JooqOfNoPort {}

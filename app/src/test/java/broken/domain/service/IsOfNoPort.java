package broken.domain.service;

public final class IsOfNoPort {}

package broken.other;

class IsUnderNoRule {}

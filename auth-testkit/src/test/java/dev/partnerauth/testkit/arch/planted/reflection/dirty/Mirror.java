package dev.partnerauth.testkit.arch.planted.reflection.dirty;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;

class Mirror {

  Class<?> named(String name) throws ClassNotFoundException {
    return Class.forName(name);
  }

  Object[] fields(Object object) {
    return object.getClass().getDeclaredFields();
  }

  String nameOf(Method method) {
    return method.getName();
  }

  Object handles() {
    return MethodHandles.lookup();
  }
}
